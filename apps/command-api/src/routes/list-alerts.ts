import { levelName } from '@keg/message-schemas/keg'
import type { AlertStore } from '@keg/store'
import * as z from 'zod'
import { route } from '../http/route.ts'
import { page } from './page.ts'

const query = z.intersection(page, z.object({ siteId: levelName.optional() }))

/** `GET /alerts`: the alerts that are open, site by site, newest first; of one site with `?siteId=`. */
export const listAlerts = ({ alerts }: { alerts: AlertStore }) => route({ query }, ({ query: asked }) => alerts.openAlerts(asked))
