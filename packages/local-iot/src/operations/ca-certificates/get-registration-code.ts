import { operation } from '../operation.ts'

export const getRegistrationCode = operation('GetRegistrationCode', (_input, { state }) => {
  // 64 hexadecimal digits, as AWS's are.
  const registrationCode = state.settings.get('registrationCode') ?? `${state.newId()}${state.newId()}`.replaceAll('-', '')
  state.settings.set('registrationCode', registrationCode)
  return { registrationCode }
})
