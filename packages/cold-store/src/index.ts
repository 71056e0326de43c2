export { ColdStoreError, type ColdEngine, type ColdRows, type ColdValue } from './engine.ts'
export { coldFiles, type ColdFile } from './layout.ts'
export { daysBefore, questions, questionSql, type Question, type QuestionName, type QuestionSettings } from './questions.ts'
export { coldTables, columnsOf, type ColdTable, type Columns, type ColumnType } from './tables.ts'
