import { flag, ignored, list, number, object, refused, required, text, type PropertiesOf } from '../../../ground/property.ts'
import { replacement, resource, type ResourceContext } from '../../../ground/resource.ts'
import type { Logs } from '../logs.ts'
import { logs } from '../name.ts'

const properties = {
  FilterName: text,
  LogGroupName: required(text),
  FilterPattern: required(text),
  MetricTransformations: required(list(object({
    MetricName: required(text),
    MetricNamespace: required(text),
    MetricValue: required(text),
    DefaultValue: number,
    Unit: text,
    Dimensions: list(object({ Key: required(text), Value: required(text) })),
  }))),
  ApplyOnTransformedLogs: flag,
  EmitSystemFieldDimensions: refused('lines have no system fields here'),
  FieldSelectionCriteria: ignored('all lines are of this account and region'),
}

/** @see https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-resource-logs-metricfilter.html */
export const logsMetricFilter = resource('AWS::Logs::MetricFilter', {
  uses: { logs },
  properties,
  create: (filter, context) => put(filter, context),
  update(filter, { ref, properties: { LogGroupName } }, context) {
    const renamed = (filter.FilterName ?? context.physicalName(512)) !== ref
    return renamed || filter.LogGroupName !== LogGroupName ? replacement : put(filter, context)
  },
  remove({ ref, properties: { LogGroupName } }, { services: { logs } }) {
    if (logs.metricFilters.of(LogGroupName).some(({ name }) => name === ref)) logs.metricFilters.delete(LogGroupName, ref)
  },
  restore: () => undefined,
})

type Context = ResourceContext<{ readonly logs: Logs }>

function put(
  { FilterName, LogGroupName, FilterPattern, MetricTransformations }: PropertiesOf<typeof properties>, context: Context,
): { ref: string } {
  const { services: { logs }, ground: { nowMs }, physicalName } = context
  const name = FilterName ?? physicalName(512)
  logs.metricFilters.put({
    name, group: logs.groups.group(LogGroupName).name, pattern: FilterPattern, createdAtMs: nowMs(),
    transformations: MetricTransformations.map(({ MetricName, MetricNamespace, MetricValue, DefaultValue, Unit, Dimensions = [] }) => ({
      metricName: MetricName, metricNamespace: MetricNamespace, metricValue: MetricValue, defaultValue: DefaultValue, unit: Unit,
      dimensions: Dimensions.length === 0 ? undefined : Object.fromEntries(Dimensions.map(({ Key, Value }) => [Key, Value])),
    })),
  })
  return { ref: name }
}
