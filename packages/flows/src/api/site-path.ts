import { levelName } from '@keg/message-schemas/keg'
import * as z from 'zod'

/** The path of one site: `/sites/{siteId}`. */
export const sitePath = z.object({ siteId: levelName })
