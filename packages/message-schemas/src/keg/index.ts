import { registry } from '../registry.ts'
import { pour } from './pour.ts'
import { state } from './state.ts'
import { telemetry } from './telemetry.ts'

export { epochMs, levelName } from './envelope.ts'
export { MAX_POUR_ML, pour, type Pour } from './pour.ts'
export { partialSettings, settings, TARGET_CELSIUS, targetCelsius, type PartialSettings, type Settings } from './settings.ts'
export { shadowDocuments } from './shadow-documents.ts'
export { isPending, state, type KegState } from './state.ts'
export { telemetry, type Telemetry } from './telemetry.ts'

/** Every message of this brewery. */
export const kegMessages = registry([pour, state, telemetry])
