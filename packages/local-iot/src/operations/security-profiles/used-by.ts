import type { Behavior } from '../../model/model.generated.ts'
import type { IotState } from '../../state/iot-state.ts'

/** The name of a profile that measures by what is asked for; `undefined` where none does. */
export const usedBy = (
  { securityProfiles }: IotState, uses: (measured: Pick<Behavior, 'metric' | 'metricDimension'>) => boolean,
): string | undefined => {
  const using = [...securityProfiles.values()].find(({ behaviors, metricsToRetain }) => [...behaviors, ...metricsToRetain].some(uses))
  return using?.securityProfileName
}
