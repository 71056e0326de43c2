import * as messageMoves from './message-moves.ts'
import * as ofTheEngine from './of-the-engine.ts'

export const operations = [...Object.values(messageMoves), ...Object.values(ofTheEngine)]
