import { toMetric } from '@keg/cdk-constructs'
import { metricNamespace } from '../names.ts'
import type { ActionBuilder } from './behind.ts'

/** To a metric of the stage. */
export const metric: ActionBuilder<'metric'> = ({ metric: metricName, value: metricValue, unit: metricUnit }, { stage }) =>
  toMetric({ metricNamespace: metricNamespace(stage), metricName, metricValue, metricUnit })
