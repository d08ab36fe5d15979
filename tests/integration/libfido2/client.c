/* SPDX-FileCopyrightText: The gokeyctl authors
 * SPDX-License-Identifier: Apache-2.0
 *
 * Drives a token through Debian's libfido2 over a UDP socket that carries its HID reports:
 *
 *   libfido2_client PORT credentials|pin|resident|u2f|reset|attested|presence
 *
 * Every signature is verified by libfido2, that is by OpenSSL. Exit 0: all as expected. */
#include <arpa/inet.h>
#include <fido.h>
#include <fido/credman.h>
#include <fido/eddsa.h>
#include <fido/es256.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

static unsigned port;

#define CHECK(condition)                                      \
  do {                                                        \
    if (!(condition)) {                                       \
      fprintf(stderr, "line %d: %s\n", __LINE__, #condition); \
      exit(1);                                                \
    }                                                         \
  } while (0)

static void expect_at(int line, const char* what, int got, int wanted) {
  if (got == wanted) return;
  fprintf(stderr, "line %d: %s: %s, not %s\n", line, what, fido_strerr(got), fido_strerr(wanted));
  exit(1);
}
#define EXPECT(call, wanted) expect_at(__LINE__, #call, (call), (wanted))
#define OK(call) EXPECT(call, FIDO_OK)

static void* io_open(const char* path) {
  (void)path;
  struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons((uint16_t)port)};
  to.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  int* fd = malloc(sizeof *fd);
  CHECK(fd != NULL);
  *fd = socket(AF_INET, SOCK_DGRAM, 0);
  CHECK(*fd >= 0 && connect(*fd, (struct sockaddr*)&to, sizeof to) == 0);
  return fd;
}

static void io_close(void* handle) {
  close(*(int*)handle);
  free(handle);
}

static int io_read(void* handle, unsigned char* buf, size_t len, int ms) {
  struct pollfd wait = {.fd = *(int*)handle, .events = POLLIN};
  if (poll(&wait, 1, ms) != 1) return -1;
  return (int)recv(wait.fd, buf, len, 0);
}

/* The first byte is the number of the report, which HID's functions want. */
static int io_write(void* handle, const unsigned char* buf, size_t len) {
  return send(*(int*)handle, buf + 1, len - 1, 0) == (ssize_t)len - 1 ? (int)len : -1;
}

static fido_dev_t* open_device(void) {
  const fido_dev_io_t io = {io_open, io_close, io_read, io_write};
  fido_dev_t* dev = fido_dev_new();
  CHECK(dev != NULL);
  OK(fido_dev_set_io_functions(dev, &io));
  OK(fido_dev_open(dev, "udp"));
  return dev;
}

static void close_device(fido_dev_t* dev) {
  OK(fido_dev_close(dev));
  fido_dev_free(&dev);
}

static const unsigned char client_data[32] = {1, 2, 3};

static fido_cred_t* new_credential(int type, const char* rp, const char* user) {
  fido_cred_t* cred = fido_cred_new();
  CHECK(cred != NULL);
  OK(fido_cred_set_type(cred, type));
  OK(fido_cred_set_clientdata_hash(cred, client_data, sizeof client_data));
  OK(fido_cred_set_rp(cred, rp, "A relying party"));
  OK(fido_cred_set_user(cred, (const unsigned char*)user, strlen(user), user, "Some Body", NULL));
  return cred;
}

static void verify_attestation(const fido_cred_t* cred) {
  /* Some, as pamu2fcfg, take no attestation without a certificate. */
  OK(fido_cred_verify(cred));
}

static fido_assert_t* new_assertion(const char* rp, const fido_cred_t* cred) {
  fido_assert_t* assert = fido_assert_new();
  CHECK(assert != NULL);
  OK(fido_assert_set_rp(assert, rp));
  OK(fido_assert_set_clientdata_hash(assert, client_data, sizeof client_data));
  if (cred) OK(fido_assert_allow_cred(assert, fido_cred_id_ptr(cred), fido_cred_id_len(cred)));
  return assert;
}

static void verify(const fido_assert_t* assert, size_t i, const fido_cred_t* cred) {
  const unsigned char* key = fido_cred_pubkey_ptr(cred);
  const size_t size = fido_cred_pubkey_len(cred);
  if (fido_cred_type(cred) == COSE_ES256) {
    es256_pk_t* pk = es256_pk_new();
    OK(es256_pk_from_ptr(pk, key, size));
    OK(fido_assert_verify(assert, i, COSE_ES256, pk));
    es256_pk_free(&pk);
  } else {
    eddsa_pk_t* pk = eddsa_pk_new();
    OK(eddsa_pk_from_ptr(pk, key, size));
    OK(fido_assert_verify(assert, i, COSE_EDDSA, pk));
    eddsa_pk_free(&pk);
  }
}

static void make_and_assert(fido_dev_t* dev, int type) {
  fido_cred_t* cred = new_credential(type, "example.org", "user");
  OK(fido_dev_make_cred(dev, cred, NULL));
  verify_attestation(cred);
  unsigned last = 0;
  for (int i = 0; i < 3; ++i) {
    fido_assert_t* assert = new_assertion("example.org", cred);
    OK(fido_dev_get_assert(dev, assert, NULL));
    CHECK(fido_assert_count(assert) == 1);
    verify(assert, 0, cred);
    CHECK(fido_assert_sigcount(assert, 0) > last);
    last = fido_assert_sigcount(assert, 0);
    fido_assert_free(&assert);
  }
  fido_assert_t* silent = new_assertion("example.org", cred);
  OK(fido_assert_set_up(silent, FIDO_OPT_FALSE));
  OK(fido_dev_get_assert(dev, silent, NULL));
  CHECK((fido_assert_flags(silent, 0) & 1) == 0);
  fido_assert_free(&silent);
  fido_assert_t* elsewhere = new_assertion("example.com", cred);
  EXPECT(fido_dev_get_assert(dev, elsewhere, NULL), FIDO_ERR_NO_CREDENTIALS);
  fido_assert_free(&elsewhere);
  fido_cred_t* again = new_credential(type, "example.org", "user");
  OK(fido_cred_exclude(again, fido_cred_id_ptr(cred), fido_cred_id_len(cred)));
  EXPECT(fido_dev_make_cred(dev, again, NULL), FIDO_ERR_CREDENTIAL_EXCLUDED);
  fido_cred_free(&again);
  fido_cred_free(&cred);
}

static void credentials(fido_dev_t* dev) {
  CHECK(fido_dev_is_fido2(dev) && !fido_dev_has_pin(dev) && fido_dev_supports_pin(dev));
  make_and_assert(dev, COSE_ES256);
  make_and_assert(dev, COSE_EDDSA);
  fido_cred_t* rsa = new_credential(COSE_RS256, "example.org", "user");
  EXPECT(fido_dev_make_cred(dev, rsa, NULL), FIDO_ERR_UNSUPPORTED_ALGORITHM);
  fido_cred_free(&rsa);
}

static int retries(fido_dev_t* dev) {
  int left = -1;
  OK(fido_dev_get_retry_count(dev, &left));
  return left;
}

static void pin(fido_dev_t* dev) {
  EXPECT(fido_dev_set_pin(dev, "123", NULL), FIDO_ERR_PIN_POLICY_VIOLATION);
  OK(fido_dev_set_pin(dev, "1234", NULL));
  CHECK(fido_dev_has_pin(dev));
  OK(fido_dev_set_pin(dev, "a longer one", "1234"));
  CHECK(retries(dev) == 8);
  EXPECT(fido_dev_set_pin(dev, "4321", "1234"), FIDO_ERR_PIN_INVALID);
  CHECK(retries(dev) == 7);
  fido_cred_t* cred = new_credential(COSE_ES256, "example.org", "user");
  OK(fido_dev_make_cred(dev, cred, "a longer one"));
  CHECK((fido_cred_flags(cred) & 4) != 0);
  CHECK(retries(dev) == 8);
  for (int i = 0; i < 2; ++i) {
    EXPECT(fido_dev_make_cred(dev, cred, "wrong"), FIDO_ERR_PIN_INVALID);
  }
  EXPECT(fido_dev_make_cred(dev, cred, "wrong"), FIDO_ERR_PIN_AUTH_BLOCKED);
  EXPECT(fido_dev_make_cred(dev, cred, "a longer one"), FIDO_ERR_PIN_AUTH_BLOCKED);
  CHECK(retries(dev) == 5);
  fido_cred_free(&cred);
}

static fido_cred_t* make_resident(fido_dev_t* dev, const char* user) {
  fido_cred_t* cred = new_credential(COSE_ES256, "resident.example", user);
  OK(fido_cred_set_rk(cred, FIDO_OPT_TRUE));
  OK(fido_cred_set_extensions(cred, FIDO_EXT_HMAC_SECRET | FIDO_EXT_CRED_PROTECT));
  OK(fido_cred_set_prot(cred, FIDO_CRED_PROT_UV_OPTIONAL_WITH_ID));
  OK(fido_dev_make_cred(dev, cred, "1234"));
  CHECK(fido_cred_prot(cred) == FIDO_CRED_PROT_UV_OPTIONAL_WITH_ID);
  verify_attestation(cred);
  return cred;
}

static void hmac_secret(fido_dev_t* dev, const fido_cred_t* cred, unsigned char* out) {
  unsigned char salt[64];
  memset(salt, 7, sizeof salt);
  fido_assert_t* assert = new_assertion("resident.example", cred);
  OK(fido_assert_set_extensions(assert, FIDO_EXT_HMAC_SECRET));
  OK(fido_assert_set_hmac_salt(assert, salt, sizeof salt));
  OK(fido_dev_get_assert(dev, assert, "1234"));
  verify(assert, 0, cred);
  CHECK(fido_assert_hmac_secret_len(assert, 0) == 64);
  memcpy(out, fido_assert_hmac_secret_ptr(assert, 0), 64);
  fido_assert_free(&assert);
}

static void manage(fido_dev_t* dev) {
  fido_credman_metadata_t* metadata = fido_credman_metadata_new();
  OK(fido_credman_get_dev_metadata(dev, metadata, "1234"));
  CHECK(fido_credman_rk_existing(metadata) == 2);
  fido_credman_metadata_free(&metadata);
  fido_credman_rp_t* rps = fido_credman_rp_new();
  OK(fido_credman_get_dev_rp(dev, rps, "1234"));
  CHECK(fido_credman_rp_count(rps) == 1);
  CHECK(strcmp(fido_credman_rp_id(rps, 0), "resident.example") == 0);
  fido_credman_rp_free(&rps);

  fido_credman_rk_t* rks = fido_credman_rk_new();
  OK(fido_credman_get_dev_rk(dev, "resident.example", rks, "1234"));
  CHECK(fido_credman_rk_count(rks) == 2);
  const fido_cred_t* first = fido_credman_rk(rks, 0);
  CHECK(fido_cred_prot(first) == FIDO_CRED_PROT_UV_OPTIONAL_WITH_ID);
  fido_cred_t* renamed = fido_cred_new();
  OK(fido_cred_set_id(renamed, fido_cred_id_ptr(first), fido_cred_id_len(first)));
  OK(fido_cred_set_user(renamed, fido_cred_user_id_ptr(first), fido_cred_user_id_len(first),
                        "renamed", "Some Body Else", NULL));
  OK(fido_credman_set_dev_rk(dev, renamed, "1234"));
  fido_cred_free(&renamed);
  EXPECT(fido_credman_del_dev_rk(dev, fido_cred_id_ptr(first), fido_cred_id_len(first), "4444"),
         FIDO_ERR_PIN_INVALID);
  OK(fido_credman_del_dev_rk(dev, fido_cred_id_ptr(first), fido_cred_id_len(first), "1234"));
  fido_credman_rk_free(&rks);
  rks = fido_credman_rk_new();
  OK(fido_credman_get_dev_rk(dev, "resident.example", rks, "1234"));
  CHECK(fido_credman_rk_count(rks) == 1);
  fido_credman_rk_free(&rks);
}

static void resident(fido_dev_t* dev) {
  OK(fido_dev_set_pin(dev, "1234", NULL));
  fido_cred_t* refused = new_credential(COSE_ES256, "resident.example", "nobody");
  OK(fido_cred_set_rk(refused, FIDO_OPT_TRUE));
  EXPECT(fido_dev_make_cred(dev, refused, NULL), FIDO_ERR_PIN_REQUIRED);
  fido_cred_free(&refused);
  fido_cred_t* alice = make_resident(dev, "alice");
  fido_cred_t* bob = make_resident(dev, "bob");

  fido_assert_t* all = new_assertion("resident.example", NULL);
  EXPECT(fido_dev_get_assert(dev, all, NULL), FIDO_ERR_NO_CREDENTIALS); /* credProtect */
  OK(fido_dev_get_assert(dev, all, "1234"));
  CHECK(fido_assert_count(all) == 2);
  CHECK(strcmp(fido_assert_user_name(all, 0), "bob") == 0); /* the newest first */
  CHECK(strcmp(fido_assert_user_name(all, 1), "alice") == 0);
  verify(all, 0, bob);
  verify(all, 1, alice);
  fido_assert_free(&all);

  unsigned char once[64], again[64], other[64];
  hmac_secret(dev, alice, once);
  hmac_secret(dev, alice, again);
  hmac_secret(dev, bob, other);
  CHECK(memcmp(once, again, 64) == 0 && memcmp(once, other, 64) != 0);
  CHECK(memcmp(once, once + 32, 32) == 0); /* the same salt twice */
  manage(dev);
  fido_cred_free(&alice);
  fido_cred_free(&bob);
}

static void u2f(fido_dev_t* dev) {
  fido_dev_force_u2f(dev);
  fido_cred_t* cred = new_credential(COSE_ES256, "example.org", "user");
  OK(fido_dev_make_cred(dev, cred, NULL));
  OK(fido_cred_verify(cred)); /* there always is a certificate */
  fido_assert_t* assert = new_assertion("example.org", cred);
  OK(fido_dev_get_assert(dev, assert, NULL));
  verify(assert, 0, cred);
  fido_assert_free(&assert);
  assert = new_assertion("example.com", cred);
  CHECK(fido_dev_get_assert(dev, assert, NULL) != FIDO_OK);
  fido_assert_free(&assert);
  /* The same credential by CTAP2. */
  fido_dev_force_fido2(dev);
  assert = new_assertion("example.org", cred);
  OK(fido_dev_get_assert(dev, assert, NULL));
  verify(assert, 0, cred);
  fido_assert_free(&assert);
  fido_cred_free(&cred);
}

static void attested(fido_dev_t* dev) {
  fido_cred_t* cred = new_credential(COSE_EDDSA, "example.org", "user");
  OK(fido_dev_make_cred(dev, cred, NULL));
  CHECK(fido_cred_x5c_ptr(cred) != NULL);
  OK(fido_cred_verify(cred));
  fido_cred_free(&cred);
  u2f(dev);
}

/* For others to confirm, or not. */
static void presence(fido_dev_t* dev) {
  fido_cred_t* cred = new_credential(COSE_ES256, "example.org", "user");
  const int outcome = fido_dev_make_cred(dev, cred, NULL);
  printf("%s\n", fido_strerr(outcome));
  fido_cred_free(&cred);
}

static void reset(fido_dev_t* dev) {
  OK(fido_dev_set_pin(dev, "1234", NULL));
  fido_cred_t* cred = make_resident(dev, "alice");
  OK(fido_dev_reset(dev));
  close_device(dev);
  dev = open_device();
  CHECK(!fido_dev_has_pin(dev));
  fido_assert_t* assert = new_assertion("resident.example", cred);
  EXPECT(fido_dev_get_assert(dev, assert, NULL), FIDO_ERR_NO_CREDENTIALS);
  fido_assert_free(&assert);
  sleep(11);
  EXPECT(fido_dev_reset(dev), FIDO_ERR_NOT_ALLOWED);
  fido_cred_free(&cred);
}

int main(int argc, char** argv) {
  static const struct {
    const char* name;
    void (*run)(fido_dev_t* dev);
  } scenarios[] = {
      {"credentials", credentials}, {"pin", pin},           {"resident", resident}, {"u2f", u2f},
      {"attested", attested},       {"presence", presence}, {"reset", reset}};
  if (argc != 3) return 2;
  port = (unsigned)atoi(argv[1]);
  fido_init(getenv("FIDO_DEBUG") != NULL ? FIDO_DEBUG : 0);
  for (size_t i = 0; i < sizeof scenarios / sizeof *scenarios; ++i) {
    if (strcmp(scenarios[i].name, argv[2]) != 0) continue;
    scenarios[i].run(open_device());
    return 0;
  }
  return 2;
}
