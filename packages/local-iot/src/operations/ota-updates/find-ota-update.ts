import { notFound } from '../../errors/service-exception.ts'
import type { IotState } from '../../state/iot-state.ts'
import type { OtaUpdate } from '../../state/ota-updates.ts'

export const otaUpdateArn = (state: IotState, otaUpdateId: string) => state.arn(`otaupdate/${otaUpdateId}`)

export function findOtaUpdate({ otaUpdates }: IotState, otaUpdateId: string): OtaUpdate {
  const update = otaUpdates.get(otaUpdateId)
  if (update === undefined) throw notFound(`OTA update ${otaUpdateId} does not exist.`)
  return update
}
