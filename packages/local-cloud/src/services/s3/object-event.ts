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
export function objectEvent({ eventName, bucket, key, object }: ObjectChange, { region, nowMs, requestId, sequencer, configurationId }: EventOrigin): { Records: object[] } {
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

/** Keys come URL-encoded, a space as `+`. */
function eventKey(key: string): string {
  return encodeURIComponent(key).replaceAll('%2F', '/').replaceAll('%20', '+')
}
