import type { Table } from '@keg/mqtt-broker'
import type { ShadowTarget } from './shadow-topics.ts'
import { readJson, type ShadowDocument, type ShadowRecord } from '@keg/shadow-client/document'

/** A shadow as its table keeps it: the document as JSON text, since no table keeps a number that JavaScript has not. */
export type KeptShadow = Omit<ShadowRecord, 'document'> & {
  /** Not text in a data directory of an earlier version. */
  readonly document: ShadowDocument | string | undefined
}

/** The record of a shadow as it was before it was kept. */
export function restoredShadow(kept: KeptShadow | undefined): ShadowRecord | undefined {
  if (kept === undefined) return undefined
  const { document } = kept
  // As `keptShadow` wrote it.
  return { ...kept, document: typeof document === 'string' ? (readJson(document) as ShadowDocument) : document }
}

export const keptShadow = (record: ShadowRecord): KeptShadow =>
  ({ ...record, document: record.document === undefined ? undefined : JSON.stringify(record.document) })

/** The key of a shadow in its table: a thing's classic shadow, or the named one. */
export const shadowKey = ({ thingName, shadowName }: ShadowTarget): string => JSON.stringify([thingName, shadowName])

/** Shadows by {@link shadowKey}. */
export type ShadowTable = Table<KeptShadow>
