import { hasTokens, isTemplate, withoutTokens } from '../substitution.ts'

/** What is wrong with the URL of an HTTP action, by property. */
export function* urlProblems(
  url: string, confirmationUrl: string | undefined,
): Generator<readonly [property: 'url' | 'confirmationUrl', message: string]> {
  const read = withoutTokens(url)
  const quoted = JSON.stringify(read)
  // A token in front is a URL itself, as `api.url`.
  const beginsKnown = withoutTokens(url, '\0').charAt(0) !== '\0'
  if (beginsKnown && !read.startsWith('https://')) yield ['url', `${quoted} does not begin with https://`]
  else if (beginsKnown && hasTemplateInHost(read)) {
    yield [
      'url', `${quoted} has a template in its host, so that a device says where messages go; put templates behind the first / of the path`,
    ]
  }
  if (confirmationUrl === undefined) {
    if (isTemplate(url)) yield ['confirmationUrl', 'it is missing, and the URL has a template; give the part before it, or the destination']
    return
  }
  if (isTemplate(confirmationUrl))
    yield ['confirmationUrl', `${JSON.stringify(withoutTokens(confirmationUrl))} has a template; give the part before it`]
  else if (!hasTokens(url) && !hasTokens(confirmationUrl) && !isBelow(url, confirmationUrl))
    yield ['url', `${quoted} does not begin with the confirmation URL ${JSON.stringify(confirmationUrl)}`]
}

/** Whether a template stands before the path, which a host ends at: `https://bar.example${…}`. */
const hasTemplateInHost = (url: string): boolean => url.includes('${') && !/^https:\/\/[^/?#$\\]+\//.test(url)

/** Whether a URL begins with another as URLs do: `https://bar.example.thief.example` is no URL of `https://bar.example`. */
const isBelow = (url: string, confirmationUrl: string): boolean =>
  url.startsWith(confirmationUrl) && originOf(url) === originOf(confirmationUrl)

const originOf = (url: string): string | undefined => URL.parse(url.replace(/\$\{.*$/s, ''))?.origin
