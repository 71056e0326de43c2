import type { Decoded } from '@keg/message-schemas'
import { batch, type Batch } from '@keg/message-schemas/keg'
import { gunzipSync } from 'node:zlib'

const GZIP = 0x1f

/** A batch as the cloud reads it: gzipped where it is large. */
export const readBatch = (payload: Uint8Array): Decoded<Batch> => batch.decode(payload[0] === GZIP ? gunzipSync(payload) : payload)
