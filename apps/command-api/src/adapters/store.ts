export { presenceFromEnvironment, storeFromEnvironment } from '@keg/store/environment'
