import { getMeRoute } from '@keg/flows/routes'
import { answerRoute } from '../http/route.ts'
import type { Gated } from '../http/gate.ts'

/** `GET /me`: who calls, and which sites he may see. */
export const getMe = ({ gate }: Gated) =>
  answerRoute(getMeRoute, gate, async (_request, _refuse, { subject, username, role, sites }) => ({ subject, username, role, sites }))
