/** The name of a flow's rule: messages sent to `$aws/rules/{ruleName}/…` come straight to it. */
export const ruleName = (stage: string, flow: string): string => `keg_${stage}_${flow}`

/** `list-kegs` → `ListKegs`: an id in a stack. */
export const capital = (name: string): string => name.split(/[-_]/).map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')

/** Where a stage's metrics are. */
export const metricNamespace = (stage: string): string => `Keg/${stage}`

/** The group of a stage's kegs. */
export const kegGroup = (stage: string): string => `Keg-${stage}-kegs`
