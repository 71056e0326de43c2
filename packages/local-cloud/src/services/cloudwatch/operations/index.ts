import { deleteAlarms, disableAlarmActions, enableAlarmActions, setAlarmState } from './change-alarms.ts'
import { describeAlarmHistory } from './describe-alarm-history.ts'
import { describeAlarms, describeAlarmsForMetric } from './describe-alarms.ts'
import { getMetricData } from './get-metric-data.ts'
import { getMetricStatistics } from './get-metric-statistics.ts'
import { listMetrics } from './list-metrics.ts'
import { putCompositeAlarm, putMetricAlarm } from './put-alarms.ts'
import { putMetricData } from './put-metric-data.ts'

export const operations = [
  deleteAlarms, describeAlarmHistory, describeAlarms, describeAlarmsForMetric, disableAlarmActions, enableAlarmActions, getMetricData,
  getMetricStatistics, listMetrics, putCompositeAlarm, putMetricAlarm, putMetricData, setAlarmState,
]
