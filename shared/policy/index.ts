export { CLAUSES, type Clause, type ClauseId, isClauseId } from './clauses';
export { DOCUMENTS, type DocumentId, type PolicyDocument } from './documents';
