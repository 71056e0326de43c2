import { invalidRequest, notFound } from '../../errors/service-exception.ts'
import type { MitigationActionParams } from '../../model/model.generated.ts'
import type { MitigationAction } from '../../state/audits.ts'
import type { IotState } from '../../state/iot-state.ts'

export const mitigationActionArn = (state: IotState, actionName: string) => state.arn(`mitigationaction/${actionName}`)

export function findMitigationAction({ mitigationActions }: IotState, actionName: string): MitigationAction {
  const action = mitigationActions.get(actionName)
  if (action === undefined) throw notFound(`Mitigation action ${actionName} does not exist.`)
  return action
}

/** The type of an action, by the parameters that it has. */
const TYPES: Readonly<Record<keyof MitigationActionParams, string>> = {
  updateDeviceCertificateParams: 'UPDATE_DEVICE_CERTIFICATE', updateCACertificateParams: 'UPDATE_CA_CERTIFICATE',
  addThingsToThingGroupParams: 'ADD_THINGS_TO_THING_GROUP', replaceDefaultPolicyVersionParams: 'REPLACE_DEFAULT_POLICY_VERSION',
  enableIoTLoggingParams: 'ENABLE_IOT_LOGGING', publishFindingToSnsParams: 'PUBLISH_FINDING_TO_SNS',
}

/** The type of an action. Throws InvalidRequestException where its parameters are not those of one. */
export function actionType(params: MitigationActionParams): string {
  const types = Object.entries(TYPES).filter(([name]) => params[name as keyof MitigationActionParams] !== undefined)
  const [[, type] = []] = types
  if (type === undefined || types.length > 1) throw invalidRequest('A mitigation action has the parameters of one type.')
  if (params.enableIoTLoggingParams?.logLevel === 'DISABLED') throw invalidRequest('Logging can not be enabled with the level DISABLED.')
  return type
}

export const shownAction = (state: IotState, { actionName, actionId, roleArn, params, createdAtMs, modifiedAtMs }: MitigationAction) => ({
  actionName, actionType: actionType(params), actionArn: mitigationActionArn(state, actionName), actionId, roleArn, actionParams: params,
  creationDate: new Date(createdAtMs), lastModifiedDate: new Date(modifiedAtMs),
})
