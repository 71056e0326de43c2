import type { HistoryItem } from '../alarms/alarm-history.ts'
import { milliseconds } from './milliseconds.ts'
import { operation } from './operation.ts'
import { page } from './page.ts'

export const describeAlarmHistory = operation('DescribeAlarmHistory', (input, { alarms }) => {
  const { AlarmName, AlarmTypes = [], HistoryItemType, StartDate = -Infinity, EndDate = Infinity, ScanBy } = input
  const types = AlarmTypes.length === 0 ? ['MetricAlarm'] : AlarmTypes
  const found = alarms.history.items(AlarmName).filter(({ type, alarmType, atMs }) =>
    (HistoryItemType === undefined || type === HistoryItemType)
      && types.includes(alarmType) && atMs >= milliseconds(StartDate) && atMs <= milliseconds(EndDate))
  if (ScanBy === 'TimestampAscending') found.reverse()
  const { items, NextToken } = page(found, input)
  return { AlarmHistoryItems: items.map(described), NextToken }
})

function described({ alarmName, alarmType, atMs, type, summary, data }: HistoryItem) {
  return {
    AlarmName: alarmName, AlarmType: alarmType, Timestamp: new Date(atMs), HistoryItemType: type, HistorySummary: summary,
    HistoryData: JSON.stringify({ version: '1.0', ...data }),
  }
}
