import { targetCelsius } from '@keg/message-schemas/keg'
import * as z from 'zod'
import { Problem } from '../http/problem.ts'
import { route } from '../http/route.ts'
import type { KegRegistry, KegShadows } from '../ports.ts'
import { kegPath } from './keg-path.ts'

const body = z.strictObject({ targetCelsius })

/** `PUT /kegs/{kegId}/settings`: wishes settings of a keg. Answers 202 with the shadow's version: the keg has still to report. */
export const putSettings = ({ shadows, registry }: { shadows: KegShadows; registry: KegRegistry }) =>
  route({ params: kegPath, body, status: 202 }, async ({ params: { kegId }, body: desired }) => {
    if (!(await registry.has(kegId))) throw new Problem(404, `There is no keg ${kegId}.`)
    const { version } = await shadows.setDesired(kegId, desired)
    return { kegId, version, desired }
  })
