/**
 * Topics that count for a {@link Behavior}: topic filters, in which `${iot:ClientId}` stands for the device's client id.
 *
 * @example DefenseTopics.otherThan('keg/+/${iot:ClientId}/#', '$aws/things/${iot:ClientId}/#')
 * @see https://docs.aws.amazon.com/iot-device-defender/latest/devguide/scoping-security-behavior.html
 */
export class DefenseTopics {
  readonly filters: readonly string[]
  readonly operator: 'IN' | 'NOT_IN'

  /** What one of the filters matches. */
  static matching(...filters: readonly [string, ...string[]]): DefenseTopics {
    return new DefenseTopics(filters, 'IN')
  }

  /** What none of the filters matches. */
  static otherThan(...filters: readonly [string, ...string[]]): DefenseTopics {
    return new DefenseTopics(filters, 'NOT_IN')
  }

  private constructor(filters: readonly string[], operator: 'IN' | 'NOT_IN') {
    this.filters = filters
    this.operator = operator
  }
}
