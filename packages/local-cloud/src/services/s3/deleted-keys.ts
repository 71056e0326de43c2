import { ServiceException } from '@keg/aws-service'

/** What one request deletes at most. */
const KEYS_MAX = 1_000
/** Characters of a key, each written as an entity. */
const KEY_LENGTH_MAX = 1_024 * 10

/**
 * Refuses a request that names too many keys, or one that does not end: the engine takes as many as there are, and looks for the end of
 * each through the whole text. Throws `ServiceException` `MalformedXML`.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/API/API_DeleteObjects.html
 */
export function checkDeletedKeys(xml: string): void {
  const [, ...keys] = xml.split('<Key>', KEYS_MAX + 2)
  const ends = keys.every((text) => {
    const end = text.indexOf('</Key>')
    return end >= 0 && end <= KEY_LENGTH_MAX
  })
  if (keys.length > KEYS_MAX || !ends) {
    throw new ServiceException(
      'MalformedXML', 400, 'The XML you provided was not well-formed or did not validate against our published schema',
    )
  }
}
