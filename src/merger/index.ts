export { merger_usage, mergerCommand } from './merger-command.ts'
