import { operation } from '../operation.ts'
import { shadowError } from './shadow-error.ts'

export const getThingShadow = operation('GetThingShadow', async ({ thingName, shadowName }, { shadows }) => {
  const answer = await shadows.request('get', { thingName, shadowName }, new Uint8Array())
  if (answer.rejected !== undefined) throw shadowError(answer.rejected)
  return { payload: answer.accepted }
})
