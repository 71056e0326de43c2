import { operation } from '../operation.ts'
import { notFound } from '../../errors/service-exception.ts'

export const deleteRegistrationCode = operation('DeleteRegistrationCode', (_input, { state }) => {
  if (!state.settings.delete('registrationCode')) throw notFound('There is no registration code.')
  return {}
})
