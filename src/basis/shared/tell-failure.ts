import { lookUp } from './look-up.ts'

type SystemError = Error & { code?: string; path?: string; syscall?: string }

/** What the system refused, in a sentence that says what to do. The code stays beside it, for whoever looks it up. */
export function tellFailure(error: Error): string {
  const { code = '', path, syscall, message } = error as SystemError
  const sentence = syscall === 'mkdir' && code === 'ENOENT' ? noFolderHere : lookUp(sentences, code)
  // A sentence of our own that only carries the code of its cause is told as it is.
  return sentence === undefined || path === undefined || !message.startsWith(code) ? message : `${sentence(path)} (${code})`
}

/** Its parent is there, and it cannot be made: a place that the system itself keeps. */
function noFolderHere(path: string): string {
  return `Hệ thống không cho tạo thư mục ${path}: đặt DATA_DIR sang chỗ khác · The system lets nobody make the folder ${path}: set DATA_DIR to another place.`
}

const sentences: Record<string, (path: string) => string> = {
  EACCES: path =>
    `Tài khoản này không được mở ${path}: cho nó quyền, hoặc đặt DATA_DIR thành thư mục của nó · This account may not open ${path}: let it, or set DATA_DIR to a folder of its own.`,
  EPERM: path =>
    `Hệ thống không cho đổi ${path}: chạy bằng chủ của nó · The system lets nobody but its owner change ${path}: run as that account.`,
  EROFS: path =>
    `${path} nằm trên ổ chỉ đọc: đặt DATA_DIR sang ổ khác · ${path} is on a disk that is only read: set DATA_DIR to another one.`,
  ENOSPC: path => `Ổ đĩa của ${path} đã đầy · The disk of ${path} is full.`,
  EDQUOT: path => `Hết phần đĩa dành cho ${path} · The share of the disk for ${path} is used up.`,
  ENOENT: path => `Không có ${path} · There is no ${path}.`,
  ENOTDIR: path => `Trên đường tới ${path} có một tệp, không phải thư mục · On the way to ${path} there is a file, not a folder.`,
  EEXIST: path => `${path} đã có và không phải thư mục · ${path} exists and is no folder.`,
}
