// The client library of PostgreSQL; pkg-config says where its header lies.
#include <libpq-fe.h>
