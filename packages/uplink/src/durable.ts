/**
 * State that survives the process. `write` is atomic: after a power cut either the old value is there or the new one. It throws where the
 * disk fails.
 */
export interface Durable<Value> {
  read(): Value | undefined
  write(value: Value): void
}
