-- One index for the lines of a project and for those of an organisation outside of its projects.
ALTER TABLE journal
    ADD COLUMN scope_id UUID AS (COALESCE(project_id, organisation_id)) PERSISTENT COMMENT 'whose line it is',
    DROP KEY journal_of_scope,
    DROP KEY journal_of_project,
    ADD KEY journal_of_scope (scope_id, id);
