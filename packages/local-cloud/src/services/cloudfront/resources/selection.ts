import { list, object, oneOf, required, text } from '../../../ground/property.ts'
import type { Selection } from '../forwarding.ts'

const names = list(text)
const BEHAVIORS = ['none', 'whitelist', 'allExcept', 'all', 'allViewer', 'allViewerAndWhitelistCloudFront'] as const

/** The three parts of a policy, each with what it calls its behaviour and its names. */
export const selections = {
  CookiesConfig: required(object({ CookieBehavior: required(oneOf(...BEHAVIORS)), Cookies: names })),
  HeadersConfig: required(object({ HeaderBehavior: required(oneOf(...BEHAVIORS)), Headers: names })),
  QueryStringsConfig: required(object({ QueryStringBehavior: required(oneOf(...BEHAVIORS)), QueryStrings: names })),
}

/** The headers that CloudFront makes itself, as of the viewer's country, are not made here. */
export function selectionOf(behavior: (typeof BEHAVIORS)[number], named: readonly string[] | undefined): Selection {
  if (behavior === 'allViewer' || behavior === 'allViewerAndWhitelistCloudFront') return { of: 'all' }
  return named === undefined ? { of: behavior } : { of: behavior, names: named }
}
