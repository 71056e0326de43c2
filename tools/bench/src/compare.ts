const ROUNDS = 15
const ROUND_MS = 30
const WARM_UP_MS = 200
const NS_PER_MS = 1e6

let sink: unknown
/**
 * Keeps a result alive, so that no measured work is optimized away.
 * @public though nothing reads it
 */
export const consumed = (): unknown => sink

function roundOf(work: () => unknown, times: number): number {
  const start = performance.now()
  for (let index = 0; index < times; index += 1) sink = work()
  return performance.now() - start
}

/** How often the work runs in about one round. */
function calibrated(work: () => unknown): number {
  let times = 1
  const start = performance.now()
  let took = 0
  while (performance.now() - start < WARM_UP_MS || took < ROUND_MS / 2) {
    took = roundOf(work, times)
    if (took < ROUND_MS / 2) times *= 2
  }
  return Math.max(1, Math.round((times * ROUND_MS) / took))
}

/** Nanoseconds that each of them takes: the median of rounds that take turns, so that a busy moment hits both. */
export function compare(subject: () => unknown, reference: () => unknown): { readonly subjectNs: number; readonly referenceNs: number } {
  const works = [subject, reference].map((work) => ({ work, times: calibrated(work), rounds: [] as number[] }))
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const { work, times, rounds } of works) rounds.push((roundOf(work, times) / times) * NS_PER_MS)
  }
  const [subjectNs = 0, referenceNs = 0] = works.map(({ rounds }) => rounds.sort((a, b) => a - b)[Math.floor(ROUNDS / 2)] ?? 0)
  return { subjectNs, referenceNs }
}
