import { Resource, type IResource } from 'aws-cdk-lib'
import { CfnCustomMetric } from 'aws-cdk-lib/aws-iot'
import type { Construct } from 'constructs'
import { TEXT } from '../device/limits.ts'
import { present } from '../device/present.ts'
import { Refusals } from '../device/refusals.ts'

/** A metric of your own, made here or elsewhere. */
export interface ICustomMetric extends IResource {
  readonly metricName: string
}

/** What a {@link CustomMetric} is of. */
export type CustomMetricType = 'number' | 'number-list' | 'string-list' | 'ip-address-list'

export interface CustomMetricProps {
  /** As devices report it: letters, digits, `_` and `-`. */
  readonly metricName: string
  readonly type: CustomMetricType
  /** @default - none */
  readonly displayName?: string
}

/**
 * A metric of your own, which devices report to Device Defender under `custom_metrics`.
 *
 * @example
 * const battery = new CustomMetric(this, 'Battery', { metricName: 'battery', type: 'number' })
 * new SecurityProfile(this, 'Profile', { behaviors: [Behavior.number(battery, { atLeast: 10 })], targets: ['all/registered-things'] })
 * @see https://docs.aws.amazon.com/iot-device-defender/latest/devguide/dd-detect-custom-metrics.html
 */
export class CustomMetric extends Resource implements ICustomMetric {
  readonly metricName: string
  readonly metricArn: string

  /** A metric that is there. */
  static fromMetricName(scope: Construct, id: string, metricName: string): ICustomMetric {
    return new ImportedCustomMetric(scope, id, metricName)
  }

  constructor(scope: Construct, id: string, { metricName, type, displayName }: CustomMetricProps) {
    super(scope, id)
    const refusals = new Refusals(this)
    refusals.text('metricName', metricName, TEXT.metricName)
    refusals.text('displayName', displayName, TEXT.metricDisplayName)
    const metric = new CfnCustomMetric(this, 'Metric', present({ metricName, metricType: type, displayName }))
    this.metricName = metric.ref
    this.metricArn = metric.attrMetricArn
  }
}

class ImportedCustomMetric extends Resource implements ICustomMetric {
  readonly metricName: string

  constructor(scope: Construct, id: string, metricName: string) {
    super(scope, id)
    this.metricName = metricName
  }
}
