/** What has become of an object. */
export interface ObjectChange {
  /** As `ObjectCreated:Put`. */
  readonly eventName: string
  readonly bucket: string
  readonly key: string
  /** Absent for an object that is gone. */
  readonly object?: { readonly size: number; readonly eTag: string }
}

/** Where and when it happened. */
export interface EventOrigin {
  readonly region: string
  readonly nowMs: number
  readonly requestId: string
  /** Later changes of a key have greater ones, as text. */
  readonly sequencer: string
  readonly configurationId: string
}

/**
 * The event that a change makes.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-content-structure.html
 */
export function objectEvent(
  { eventName, bucket, key, object }: ObjectChange, { region, nowMs, requestId, sequencer, configurationId }: EventOrigin,
): { Records: object[] } {
  return {
    Records: [{
      eventVersion: '2.1',
      eventSource: 'aws:s3',
      awsRegion: region,
      eventTime: new Date(nowMs).toISOString(),
      eventName,
      userIdentity: { principalId: 'AWS:KEG' },
      requestParameters: { sourceIPAddress: '127.0.0.1' },
      responseElements: { 'x-amz-request-id': requestId, 'x-amz-id-2': requestId },
      s3: {
        s3SchemaVersion: '1.0',
        configurationId,
        bucket: { name: bucket, ownerIdentity: { principalId: 'KEG' }, arn: `arn:aws:s3:::${bucket}` },
        object: { key: eventKey(key), ...object, sequencer },
      },
    }],
  }
}

/** Why an object is there or gone, as the event bus is told. */
const reasons: Readonly<Record<string, string>> = {
  'ObjectCreated:Put': 'PutObject', 'ObjectCreated:Copy': 'CopyObject', 'ObjectCreated:CompleteMultipartUpload': 'CompleteMultipartUpload',
  'ObjectRemoved:Delete': 'DeleteObject',
}

/**
 * What the event bus is told of a change; unlike in other notifications, the key is as it is.
 * @see https://docs.aws.amazon.com/AmazonS3/latest/userguide/ev-events.html
 */
export function busEvent(
  { eventName, bucket, key, object }: ObjectChange,
  { requestId, sequencer, accountId }: Pick<EventOrigin, 'requestId' | 'sequencer'> & { readonly accountId: string },
): { readonly detailType: string; readonly detail: object; readonly resources: readonly string[] } {
  const there = object === undefined ? {} : { size: object.size, etag: object.eTag }
  return {
    detailType: object === undefined ? 'Object Deleted' : 'Object Created',
    resources: [`arn:aws:s3:::${bucket}`],
    detail: {
      version: '0', bucket: { name: bucket }, object: { key, ...there, sequencer }, 'request-id': requestId, requester: accountId,
      'source-ip-address': '127.0.0.1', reason: reasons[eventName],
      ...(object === undefined ? { 'deletion-type': 'Permanently Deleted' } : {}),
    },
  }
}

/** Keys come URL-encoded, a space as `+`. */
function eventKey(key: string): string {
  return encodeURIComponent(key).replaceAll('%2F', '/').replaceAll('%20', '+')
}
