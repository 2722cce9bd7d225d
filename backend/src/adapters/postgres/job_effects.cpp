#include "adapters/postgres/job_hold.hpp"
#include "adapters/postgres/job_store.hpp"
#include "adapters/postgres/sql_values.hpp"
#include "adapters/postgres/vector_rows.hpp"

namespace likeness {

void PostgresJobStore::complete_feed(const Job& job) {
  in_org(pool_, job.org_id, [&](SqlTransaction& transaction) {
    hold_job(transaction, job);
    transaction.exec_params("UPDATE imports SET state = 'working' WHERE org_id = $1 AND id = $2 AND state = 'reading'",
                            sql(job.org_id), sql(job.import_id));
    end_job(transaction, job);
  });
}

Completion PostgresJobStore::complete_text(const Job& job, const PackKey& pack, const HalfVector& vector) {
  return in_org(pool_, job.org_id, [&](SqlTransaction& transaction) {
    const auto product = transaction.exec_params("SELECT FROM products WHERE org_id = $1 AND id = $2 FOR KEY SHARE",
                                                 sql(job.org_id), sql(job.product_id));
    if (product.empty()) throw_lost(job);
    hold_job(transaction, job);

    Completion completion;
    completion.superseded = read_vector_ids(transaction.exec_params(
        "DELETE FROM embeddings WHERE org_id = $1 AND product_id = $2 AND level = 'text' AND pack_id = $3"
        " AND pack_version = $4 RETURNING vector_id",
        sql(job.org_id), sql(job.product_id), pack.id, pack.version));
    completion.added.push_back({.id = {},
                                .level = Level::text,
                                .product_id = *job.product_id,
                                .image_id = {},
                                .region_id = {},
                                .vector = vector});
    write_vectors(transaction, job.org_id, pack, completion.added);
    end_job(transaction, job);
    return completion;
  });
}

}  // namespace likeness
