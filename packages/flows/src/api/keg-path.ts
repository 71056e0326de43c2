import { levelName } from '@keg/message-schemas/keg'
import * as z from 'zod'

/** The path of one keg: `/kegs/{kegId}`. */
export const kegPath = z.object({ kegId: levelName })
