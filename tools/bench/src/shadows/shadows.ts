import { isDeepStrictEqual } from 'node:util'
import { getShadow, updateShadow, computeDelta, mergeState, type ShadowRecord } from '@keg/shadow-client/document'
import { gzippedBytes } from '../bundle-size.ts'
import { compare } from '../compare.ts'
import { row, type Benchmark, type Row } from '../row.ts'

const context = { thingName: 'keg-01', nowSec: 1_700_000_000 }
const settings = (targetCelsius: number) => ({
  siteId: 'berlin', targetCelsius, valve: 'open', intervalSec: 10,
  tap: { pauseMs: 500, volumeMl: 300, mlPerSec: 30, hours: ['10:00', '23:30'] },
  alarms: { warm: { celsius: 8, afterSec: 60 }, empty: { volumeMl: 500 } },
})
const desired = settings(4)
const reported = settings(6)
const patch = { targetCelsius: 5, alarms: { warm: { celsius: 9 } } }
const updateBytes = new TextEncoder().encode(JSON.stringify({ state: { desired: patch }, clientToken: 'bench' }))
const empty = new Uint8Array()

/** Merging a patch and finding the delta, against a copy of the state and one look whether both halves are the same. */
function mergeAndDeltaRow(): Row {
  const { subjectNs, referenceNs } = compare(
    () => computeDelta(mergeState(desired, patch), reported),
    () => isDeepStrictEqual(structuredClone(desired), reported),
  )
  return row('shadow/merge-and-delta', 'ns', subjectNs, referenceNs, '<= 1')
}

/**
 * A whole update from its bytes: checked, merged, stamped, with accepted, delta and documents; against copying and comparing the document
 * and parsing the bytes.
 */
function updateRow(): Row {
  const record = [{ desired }, { reported }].reduce<ShadowRecord | undefined>(
    (before, state) => updateShadow(before, new TextEncoder().encode(JSON.stringify({ state })), context).record, undefined)
  const document = getShadow(record, empty, context).accepted
  const { subjectNs, referenceNs } = compare(
    () => updateShadow(record, updateBytes, context),
    () => {
      const copy = structuredClone(document)
      return [JSON.parse(new TextDecoder().decode(updateBytes)), isDeepStrictEqual(copy, document)]
    },
  )
  return row('shadow/update', 'ns', subjectNs, referenceNs, '<= 1')
}

export const shadows: Benchmark = {
  name: 'shadows',
  run: async () => [
    mergeAndDeltaRow(),
    updateRow(),
    row('shadow-client/size', 'bytes', await gzippedBytes('@keg/shadow-client', 'createShadowClient'), 6 * 1024, '<= 1'),
  ],
}
