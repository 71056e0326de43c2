/**
 * Whether a path matches a pattern of a cache behaviour: `*` is any text, `?` any one character, both also a slash; case counts, and a
 * slash at the start of the pattern makes no difference.
 *
 * @example matchesPathPattern('/api/*', '/api/kegs/keg-01')  // true
 * @see https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/DownloadDistValuesCacheBehavior.html#DownloadDistValuesPathPattern
 */
export function matchesPathPattern(pattern: string, path: string): boolean {
  const wanted = pattern.replace(/^\//, '')
  const actual = path.replace(/^\//, '')
  // Where the last star stood, and how much of the path it took: the time is the product of both lengths at most.
  let [at, star, taken] = [0, -1, 0]
  for (let index = 0; index < actual.length;) {
    if (wanted[at] === '*') {
      star = at++
      taken = index
    } else if (at < wanted.length && (wanted[at] === '?' || wanted[at] === actual[index])) {
      at++
      index++
    } else if (star >= 0) {
      at = star + 1
      index = ++taken
    } else {
      return false
    }
  }
  return /^\**$/.test(wanted.slice(at))
}
