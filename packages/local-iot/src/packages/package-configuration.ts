import type { VersionUpdateByJobsConfig } from '../model/model.generated.ts'
import type { IotState } from '../state/iot-state.ts'

const SETTING = 'versionUpdateByJobs'

/** Whether, and by which role, jobs tell in `$package` shadows what they have installed. */
export function packageConfiguration({ settings }: Pick<IotState, 'settings'>): VersionUpdateByJobsConfig {
  const kept = settings.get(SETTING)
  // As it was kept below.
  return kept === undefined ? { enabled: false } : (JSON.parse(kept) as VersionUpdateByJobsConfig)
}

export const setPackageConfiguration = ({ settings }: Pick<IotState, 'settings'>, configuration: VersionUpdateByJobsConfig): void =>
  void settings.set(SETTING, JSON.stringify(configuration))
