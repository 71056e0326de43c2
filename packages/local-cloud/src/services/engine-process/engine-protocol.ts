/** What an engine's process is asked, one question at a time. */
export interface EngineQuestion {
  readonly id: number
  readonly ask: unknown
}

/** What it says: that it has started, and answers; `exhausted`: it takes more memory than it may, and ends. */
export type EngineAnswer =
  | { readonly id: number; readonly value?: unknown }
  | { readonly id: number; readonly error: { readonly name: string; readonly message: string } }
  | { readonly started: true }
  | { readonly exhausted: true }
