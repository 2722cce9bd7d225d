# The stores on a real PostgreSQL that the tests start themselves.
set(POSTGRES_CONTRACT_SOURCES
  contract/postgres_aborted_test.cpp contract/postgres_audit_test.cpp contract/postgres_api_key_test.cpp contract/postgres_array_test.cpp
    contract/postgres_catalog_test.cpp contract/postgres_claim_test.cpp contract/postgres_dead_letter_test.cpp
    contract/postgres_invitation_test.cpp contract/postgres_member_test.cpp contract/postgres_feed_test.cpp
    contract/postgres_idempotency_test.cpp contract/postgres_identity_test.cpp
    contract/postgres_import_control_test.cpp contract/postgres_import_test.cpp contract/postgres_job_test.cpp
    contract/postgres_object_ledger_test.cpp contract/postgres_paging_test.cpp contract/postgres_org_clone_test.cpp
    contract/postgres_org_erasure_test.cpp contract/postgres_org_operation_test.cpp contract/postgres_photo_test.cpp
    contract/postgres_preview_test.cpp contract/postgres_product_batch_test.cpp contract/postgres_query_image_test.cpp contract/postgres_quota_test.cpp
    contract/postgres_resource_lock_test.cpp contract/postgres_scene_test.cpp contract/postgres_schedule_test.cpp
    contract/postgres_schema_test.cpp contract/postgres_search_test.cpp contract/postgres_session_test.cpp
  contract/postgres_sweep_test.cpp contract/postgres_tenancy_test.cpp contract/postgres_throughput_test.cpp
  contract/postgres_unit_of_work_test.cpp contract/postgres_webhook_test.cpp contract/postgres_work_loop_test.cpp
  support/postgres_cluster.cpp)
list(TRANSFORM POSTGRES_CONTRACT_SOURCES PREPEND ${CMAKE_CURRENT_LIST_DIR}/../)
likeness_test(postgres_contract_test
  SOURCES ${POSTGRES_CONTRACT_SOURCES}
  LINKS likeness_adapter_postgres likeness_adapter_sodium likeness_ingest
  LABELS contract postgres
  TIMEOUT 600)
# Filters are written with only the members that matter.
target_compile_options(postgres_contract_test PRIVATE -Wno-missing-field-initializers)
