/* Writes down, in order, what a program does to the files of one folder: loaded before the C library, it passes every
 * call on and records it once it has succeeded.
 *
 * RECORDED_FOLDER names the folder, RECORD the file to write to. A record is
 *     kind (1 byte), length of the path (4), length of the other path (4), offset (8), length of the data (4),
 * followed by the path, the other path and the data. Kinds: W write, T truncate, S sync of a file or of the folder,
 * U unlink, R rename.
 *
 * Not seen: writes through mapped memory. SQLite maps nothing but the index of its log, which every opening makes anew.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

static int record = -1;
static char folder[PATH_MAX];
static size_t folder_length;

__attribute__((constructor)) static void begin(void)
{
    const char *place = getenv("RECORDED_FOLDER"), *target = getenv("RECORD");

    if (place && target && realpath(place, folder)) {
        folder_length = strlen(folder);
        record = syscall(SYS_openat, AT_FDCWD, target, O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0600);
    }
}

static int is_inside(const char *path)
{
    return record >= 0 && !strncmp(path, folder, folder_length)
        && (path[folder_length] == '/' || path[folder_length] == 0);
}

/* The path of an open file of the folder; 0 for any other file. */
static int path_of(int file, char *path)
{
    char link[64];
    ssize_t length;

    snprintf(link, sizeof link, "/proc/self/fd/%d", file);
    length = readlink(link, path, PATH_MAX - 1);
    if (length < 0)
        return 0;
    path[length] = 0;
    return is_inside(path);
}

/* One system call, so that the record of a killed program ends with at most one half line and no mixture. */
static void put(char kind, const char *path, const char *other, uint64_t offset, const void *data, uint32_t length)
{
    uint32_t path_length = strlen(path), other_length = strlen(other);
    char head[21];
    struct iovec parts[] = {
        {head, sizeof head}, {(void *)path, path_length}, {(void *)other, other_length}, {(void *)data, length},
    };

    head[0] = kind;
    memcpy(head + 1, &path_length, 4);
    memcpy(head + 5, &other_length, 4);
    memcpy(head + 9, &offset, 8);
    memcpy(head + 17, &length, 4);
    syscall(SYS_writev, record, parts, 4);
}

static void put_file(char kind, int file, uint64_t offset, const void *data, uint32_t length)
{
    char path[PATH_MAX];

    if (path_of(file, path))
        put(kind, path, "", offset, data, length);
}

/* The real function behind one of those below. */
#define REAL(result, name, ...)                                                                                        \
    static result (*real)(__VA_ARGS__);                                                                                \
    if (!real)                                                                                                         \
        real = (result(*)(__VA_ARGS__))dlsym(RTLD_NEXT, name)

ssize_t pwrite64(int file, const void *data, size_t length, off64_t offset)
{
    REAL(ssize_t, "pwrite64", int, const void *, size_t, off64_t);
    ssize_t written = real(file, data, length, offset);

    if (written > 0)
        put_file('W', file, offset, data, written);
    return written;
}

ssize_t pwrite(int file, const void *data, size_t length, off_t offset)
{
    return pwrite64(file, data, length, offset);
}

ssize_t write(int file, const void *data, size_t length)
{
    REAL(ssize_t, "write", int, const void *, size_t);
    int at_end = fcntl(file, F_GETFL) & O_APPEND;
    off_t offset = lseek(file, 0, at_end ? SEEK_END : SEEK_CUR);
    ssize_t written = real(file, data, length);

    if (written > 0 && offset >= 0)
        put_file('W', file, offset, data, written);
    return written;
}

int ftruncate64(int file, off64_t length)
{
    REAL(int, "ftruncate64", int, off64_t);
    int failed = real(file, length);

    if (!failed)
        put_file('T', file, length, "", 0);
    return failed;
}

int ftruncate(int file, off_t length)
{
    return ftruncate64(file, length);
}

int fsync(int file)
{
    REAL(int, "fsync", int);
    int failed = real(file);

    if (!failed)
        put_file('S', file, 0, "", 0);
    return failed;
}

int fdatasync(int file)
{
    REAL(int, "fdatasync", int);
    int failed = real(file);

    if (!failed)
        put_file('S', file, 0, "", 0);
    return failed;
}

int unlink(const char *name)
{
    REAL(int, "unlink", const char *);
    char path[PATH_MAX];
    int known = realpath(name, path) && is_inside(path);
    int failed = real(name);

    if (!failed && known)
        put('U', path, "", 0, "", 0);
    return failed;
}

int rename(const char *name, const char *new_name)
{
    REAL(int, "rename", const char *, const char *);
    char path[PATH_MAX], other[PATH_MAX];
    int known = realpath(name, path) && is_inside(path);
    int failed = real(name, new_name);

    if (!failed && known && realpath(new_name, other))
        put('R', path, other, 0, "", 0);
    return failed;
}
