export type { Durable } from './durable.ts'
export type { Line, LineState, PublishOptions } from './line.ts'
