import { LocalIotError } from '../../errors/local-iot-error.ts'
import { planOf, type ProvisioningPlan } from '../../provisioning/plan.ts'
import { operation } from '../operation.ts'
import { invalidRequest } from '../../errors/service-exception.ts'
import { carryOutOf } from './carry-out.ts'
import { readBody } from './find-template.ts'

export const registerThing = operation('RegisterThing', async ({ templateBody, parameters = {} }, core) => {
  const { certificatePem, resourceArns } = await carryOutOf(core)(planned(templateBody, parameters))
  return { certificatePem, resourceArns }
})

function planned(templateBody: string, parameters: Readonly<Record<string, string>>): ProvisioningPlan {
  const template = readBody(templateBody)
  try {
    return planOf(template, parameters)
  } catch (error) {
    throw error instanceof LocalIotError ? invalidRequest(error.message) : error
  }
}
