import type { RuleMessage } from './ingest-pour.ts'

/** Where kegs stand. */
export interface KegSites {
  /** Whether the registry has this keg at this site. Rejects where the registry can't be asked. */
  isAt(kegId: string, siteId: string): Promise<boolean>
}

/** What the registry says of a keg's site; absent = there is no such keg, or it stands nowhere. */
export type AskSite = (kegId: string) => Promise<string | undefined>

/** A keg that stands there now stands there for a while. */
const BELIEVED_MS = 300_000
/** One that does not may just have been moved there. */
const DOUBTED_MS = 10_000
const MOST_KEPT = 10_000

/** Asks the registry, once for all that ask at the same time, and remembers its answers for a while: kegs seldom move. */
export function rememberedSites(ask: AskSite, nowMs: () => number): KegSites {
  const known = new Map<string, { readonly answer: Promise<string | undefined>; readonly askedAtMs: number }>()
  const askAnew = (kegId: string): Promise<string | undefined> => {
    const answer = ask(kegId)
    known.delete(kegId)
    known.set(kegId, { answer, askedAtMs: nowMs() })
    for (const oldest of known.keys()) if (known.size > MOST_KEPT) known.delete(oldest)
    // Whoever asks next asks anew.
    answer.catch(() => known.delete(kegId))
    return answer
  }
  return {
    async isAt(kegId, siteId) {
      const before = known.get(kegId)
      if (before !== undefined) {
        const isThere = (await before.answer) === siteId
        if (nowMs() - before.askedAtMs < (isThere ? BELIEVED_MS : DOUBTED_MS)) return isThere
      }
      return (await askAnew(kegId)) === siteId
    },
  }
}

/**
 * Why a client may not speak for a keg at a site; `undefined` where it may. The keg itself may: its policy holds it to its own topics.
 * Anybody else, as a gateway, may for kegs that the registry has at that site, so that the gateway of one bar changes nothing at another. A
 * replay was let in by whoever asked for it.
 */
export async function whyNotFor(
  { kegId, siteId }: { readonly kegId: string; readonly siteId: string },
  { clientId, replay }: Pick<RuleMessage, 'clientId' | 'replay'>,
  sites: KegSites,
): Promise<string | undefined> {
  if (replay !== undefined || clientId === kegId || (await sites.isAt(kegId, siteId))) return undefined
  return `the registry has no keg ${kegId} at ${siteId}, and ${clientId ?? 'its sender'} speaks for no other`
}
