/* Lets a program make no socket but those between programs of one computer (AF_UNIX), whoever in it asks: loaded before
 * the C library. Each that is refused is one line in the file that REFUSED_SOCKETS names.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <sys/socket.h>
#include <unistd.h>

int socket(int family, int kind, int protocol)
{
    static int (*real)(int, int, int);
    const char *target = getenv("REFUSED_SOCKETS");
    char line[32];
    int file;

    if (!real)
        real = (int (*)(int, int, int))dlsym(RTLD_NEXT, "socket");
    if (family == AF_UNIX)
        return real(family, kind, protocol);
    file = target ? open(target, O_WRONLY | O_CREAT | O_APPEND, 0600) : -1;
    if (file >= 0) {
        if (write(file, line, snprintf(line, sizeof line, "family %d\n", family)) < 0)
            abort();
        close(file);
    }
    errno = EACCES;
    return -1;
}
