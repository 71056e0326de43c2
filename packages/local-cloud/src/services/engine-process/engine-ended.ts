/** Why an engine's process does not answer: it took too long or too much memory, was closed, or is gone for a reason of its own. */
export class EngineEnded extends Error {
  override readonly name = 'EngineEnded'
  readonly reason: 'time' | 'memory' | 'closed' | 'gone'
  constructor(reason: EngineEnded['reason'], message: string) {
    super(message)
    this.reason = reason
  }
}
