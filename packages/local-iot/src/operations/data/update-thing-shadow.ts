import { operation } from '../operation.ts'
import { shadowError } from './shadow-error.ts'

export const updateThingShadow = operation('UpdateThingShadow', async ({ thingName, shadowName, payload }, { shadows }) => {
  const answer = await shadows.request('update', { thingName, shadowName }, payload)
  if (answer.rejected !== undefined) throw shadowError(answer.rejected)
  return { payload: answer.accepted }
})
