export {
  type ArchiveLimits,
  type ContentsCode,
  declaresType,
  holdsEncrypted,
  holdsMacros,
  isCompound,
  pathOf,
  refusalOfContents,
  textOf,
} from './contents.ts'
export { type FileCode, type FilesTaken, fileName, type JudgedFile, judgeFile, longest_file_name, type Upload } from './judge-file.ts'
export { namesSecret } from './names-secret.ts'
export { drawsCapitals, lettersOfFont } from './old-fonts.ts'
export { type PaperCode, paper_kinds } from './paper/judge-paper.ts'
export { judgePaper } from './paper/paper-fault.ts'
export { type Relation, relationsOf } from './relations.ts'
export { isGraveStamp, isStamp, isStampAside } from './stamp.ts'
export { type Entry, listEntries, unpackEntry } from './unpack.ts'
export { type Attributes, attribute, DamagedPart, type Listener, walkXml } from './xml.ts'
