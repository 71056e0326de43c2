import { behaviorFaults, metricFault } from '../../device-defender/detect/behavior-faults.ts'
import { invalidRequest } from '../../errors/service-exception.ts'
import type { CreateSecurityProfileRequest, MetricToRetain } from '../../model/model.generated.ts'
import type { SecurityProfile } from '../../state/device-defender.ts'
import type { IotState } from '../../state/iot-state.ts'

type Settings = Pick<SecurityProfile, 'description' | 'behaviors' | 'alertTargets' | 'metricsToRetain' | 'metricsExportConfig'>
type Given = Partial<Pick<
  CreateSecurityProfileRequest,
  'securityProfileDescription' | 'behaviors' | 'alertTargets' | 'additionalMetricsToRetain' | 'additionalMetricsToRetainV2' | 'metricsExportConfig'
>>

/** What a profile is after a create or an update; what is left out stays. Throws where it can't be measured. */
export function profileSettings(state: IotState, current: Settings, given: Given): Settings {
  const { additionalMetricsToRetain, additionalMetricsToRetainV2 } = given
  const settings = {
    description: given.securityProfileDescription ?? current.description,
    behaviors: given.behaviors ?? current.behaviors,
    alertTargets: given.alertTargets ?? current.alertTargets,
    metricsToRetain: retained(additionalMetricsToRetain, additionalMetricsToRetainV2) ?? current.metricsToRetain,
    metricsExportConfig: given.metricsExportConfig ?? current.metricsExportConfig,
  }
  const [fault] = behaviorFaults(state, settings.behaviors)
  if (fault !== undefined) throw invalidRequest(fault)
  for (const metric of settings.metricsToRetain) {
    const unmeasured = metricFault(state, metric)
    if (unmeasured !== undefined) throw invalidRequest(unmeasured)
  }
  return settings
}

const retained = (
  names: readonly string[] | undefined, metrics: readonly MetricToRetain[] | undefined,
): readonly MetricToRetain[] | undefined => metrics ?? names?.map((metric) => ({ metric }))
