/** Why a report is not taken, as the device is told it. */
export class ReportError extends Error {
  override readonly name = 'ReportError'
  readonly code: 'InvalidPayload' | 'Throttled'

  constructor(code: ReportError['code'], message: string) {
    super(message)
    this.code = code
  }
}
